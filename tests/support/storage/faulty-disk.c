/*
 * A disk that is slow or broken on demand, for a process that loads this before libc (LD_PRELOAD).
 *
 * It touches only files under FAULTY_DISK_DIRECTORY. What it does is read, at every call, from a file of eight-byte
 * numbers that the test writes (FAULTY_DISK_CONTROL, mapped shared); what it saw is counted there.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

/* The order is that of COUNTERS in faulty-disk.ts. */
struct control {
  int64_t syncs;           /* fsync and fdatasync calls that succeeded */
  int64_t writes;          /* writing calls, whether they succeeded or not */
  int64_t failures;        /* calls that were made to fail */
  int64_t sync_delay_us;   /* waited before each sync */
  int64_t write_errno;     /* 0: writes succeed; negative: the process gets this signal instead of an error */
  int64_t writes_to_spare; /* writes that still succeed before write_errno strikes */
  int64_t write_failures;  /* writes that shall fail; negative: all */
  int64_t sync_errno;      /* 0: syncs succeed */
  int64_t sync_failures;   /* syncs that shall fail; negative: all */
};

static struct control *control;
static const char *directory;
static size_t directory_length;

__attribute__((constructor)) static void load(void) {
  const char *path = getenv("FAULTY_DISK_CONTROL");
  directory = getenv("FAULTY_DISK_DIRECTORY");
  if (path == NULL || directory == NULL) return;
  directory_length = strlen(directory);
  int fd = open(path, O_RDWR | O_CLOEXEC);
  if (fd < 0) return;
  void *map = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (map != MAP_FAILED) control = map;
}

/* Whether the file behind fd lies under the directory. */
static int concerns(int fd) {
  if (control == NULL) return 0;
  char link[64], path[4096];
  int kept_errno = errno;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path);
  errno = kept_errno;
  return length > (ssize_t)directory_length && memcmp(path, directory, directory_length) == 0 &&
         path[directory_length] == '/';
}

/* Takes one from a count that runs down to 0; a negative one never ends. */
static int take(int64_t *count) {
  int64_t left = __atomic_load_n(count, __ATOMIC_SEQ_CST);
  while (left > 0) {
    if (__atomic_compare_exchange_n(count, &left, left - 1, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) return 1;
  }
  return left < 0;
}

/* Counts a write; true, with errno set, when it has to fail. */
static int write_fails(int fd) {
  if (!concerns(fd)) return 0;
  __atomic_add_fetch(&control->writes, 1, __ATOMIC_SEQ_CST);
  int64_t error = __atomic_load_n(&control->write_errno, __ATOMIC_SEQ_CST);
  if (error == 0 || take(&control->writes_to_spare) || !take(&control->write_failures)) return 0;
  __atomic_add_fetch(&control->failures, 1, __ATOMIC_SEQ_CST);
  if (error < 0) raise((int)-error);
  errno = (int)error;
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int synced(int fd, int (*real)(int)) {
  if (!concerns(fd)) return real(fd);
  int64_t delay = __atomic_load_n(&control->sync_delay_us, __ATOMIC_SEQ_CST);
  struct timespec left = {delay / 1000000, delay % 1000000 * 1000};
  while (delay > 0 && nanosleep(&left, &left) != 0 && errno == EINTR) continue;
  int64_t error = __atomic_load_n(&control->sync_errno, __ATOMIC_SEQ_CST);
  if (error != 0 && take(&control->sync_failures)) {
    __atomic_add_fetch(&control->failures, 1, __ATOMIC_SEQ_CST);
    errno = (int)error;
    return -1;
  }
  int result = real(fd);
  if (result == 0) __atomic_add_fetch(&control->syncs, 1, __ATOMIC_SEQ_CST);
  return result;
}

int fsync(int fd) { return synced(fd, REAL(fsync)); }
int fdatasync(int fd) { return synced(fd, REAL(fdatasync)); }

ssize_t write(int fd, const void *bytes, size_t count) {
  return write_fails(fd) ? -1 : REAL(write)(fd, bytes, count);
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  return write_fails(fd) ? -1 : REAL(writev)(fd, parts, count);
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) {
  return write_fails(fd) ? -1 : REAL(pwrite)(fd, bytes, count, offset);
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) {
  return write_fails(fd) ? -1 : REAL(pwrite64)(fd, bytes, count, offset);
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) {
  return write_fails(fd) ? -1 : REAL(pwritev64)(fd, parts, count, offset);
}
int ftruncate(int fd, off_t length) { return write_fails(fd) ? -1 : REAL(ftruncate)(fd, length); }
int ftruncate64(int fd, off64_t length) { return write_fails(fd) ? -1 : REAL(ftruncate64)(fd, length); }
