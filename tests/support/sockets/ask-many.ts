import { newId } from "../new-id.ts";
import { enterPin, type Seat } from "./api.ts";
import { commandAs } from "./command-as.ts";

const SUBJECTS = [
  "专项债",
  "保税物流",
  "储能电站",
  "闲置厂房",
  "项目用地",
  "环评审批",
  "规上企业",
  "产业基金",
] as const;

/** What the question of a number asks. */
export function textOf(number: number): string {
  return `第${number}号：${SUBJECTS[number % SUBJECTS.length]}的事由哪个部门办理？`;
}

/** Everybody of `seats` asks so many, all at once, numbered through; each stays below the rate of one person. */
export async function askMany(
  url: string,
  { sessionId, roomId }: { sessionId: string; roomId: string },
  seats: readonly Seat[],
  each: number,
): Promise<void> {
  await Promise.all(
    seats.map(async (seat, index) => {
      const command = await commandAs(url, sessionId, await enterPin(url, sessionId, seat));
      const asks = Array.from({ length: each }, (_, at) =>
        command({ type: "question.ask", questionId: newId(), roomId, text: textOf(index * each + at) }),
      );
      await Promise.all(asks);
      command.close();
    }),
  );
}
