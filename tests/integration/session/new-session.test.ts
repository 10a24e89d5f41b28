import { expect, test } from "vitest";
import { TOPICS_RECORD_ID } from "../../../shared/domain/wordings/records.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { startServer } from "../../support/process/start-server.ts";
import { call, createSession, signIn } from "../../support/sockets/api.ts";

test("a new session has the labels it is made with, or those of the house", async () => {
  const server = await startServer();
  const token = await signIn(server.url);
  const labelsOf = async (body: object) => {
    const { sessionId } = await createSession(server.url, token, body);
    const host = await server.app.hosts.open(sessionId);
    return host?.state.find("topics", TOPICS_RECORD_ID)?.names;
  };
  expect(await labelsOf({})).toEqual(zhCN.defaults.topics);
  expect(await labelsOf({ topics: ["保税物流", " 专项债 ", "保税物流"] })).toEqual(["保税物流", "专项债"]);
  expect(await labelsOf({ topics: [] })).toEqual([]);
});

test("labels the limits do not allow make no session", async () => {
  const server = await startServer();
  const token = await signIn(server.url);
  const many = Array.from({ length: LIMITS.topicsMax + 1 }, (_, at) => `标签${at}`);
  for (const topics of [many, ["长".repeat(LIMITS.topicMaxChars + 1)], [""], "专项债"]) {
    const { status } = await call(server.url, "/api/sessions", { token, body: { title: "研讨", topics } });
    expect(status).toBe(400);
  }
  const { body } = await call<{ sessions: object[] }>(server.url, "/api/sessions", { token });
  expect(body.sessions).toEqual([]);
});
