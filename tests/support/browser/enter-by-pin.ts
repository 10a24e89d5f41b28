import type { Page } from "@playwright/test";
import type { Seat } from "../sockets/api.ts";

/** Of the client's own files the smallest: a page of the same origin on which nothing runs. */
const STILL_PAGE = "/icon.svg";

/**
 * Enters the PIN of a seat without the door's screens, which are tried by others, and waits where the door leads to: half of
 * the time. The laptop is known to the server as one that was in, as it is after the door.
 */
export async function enterByPin(
  page: Page,
  { address, sessionId }: { address: (path: string) => string; sessionId: string },
  { personId, name, unit, pin }: Seat,
): Promise<void> {
  await page.goto(address(STILL_PAGE));
  await page.evaluate(
    async (seat) => {
      const reply = await fetch(`/api/sessions/${seat.sessionId}/join`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ personId: seat.personId, pin: seat.pin }),
      });
      if (reply.status !== 200) throw new Error(`PIN refused: ${await reply.text()}`);
      const { token } = (await reply.json()) as { token: string };
      const { sessionId, personId, name, unit } = seat;
      const identity = { token, sessionId, kind: "person", personId, name, unit };
      sessionStorage.setItem(
        "yantao.identities",
        JSON.stringify({ list: [identity], chosen: { [sessionId]: token } }),
      );
      // Who has just come in is led on, staff to their console.
      history.replaceState({ usr: { fresh: true }, key: "entered", idx: 0 }, "", `/s/${sessionId}/room`);
    },
    { sessionId, personId, name, unit, pin },
  );
  await page.reload();
  await page.waitForURL(/\/(room\/|console)/);
}
