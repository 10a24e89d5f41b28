import type { Role } from "../sample/cast.ts";

/** Whoever can act on a session: the cast, the organiser, the projector's page, and somebody of another session. */
export type Party = Role | "organiser" | "stage" | "outsider";

export const organiser: Party[] = ["organiser"];
export const moderators: Party[] = ["organiser", "moderator"];
export const staff: Party[] = ["organiser", "moderator", "recorder", "helper"];
export const counties: Party[] = ["asker", "neighbour", "leader", "stranger"];
export const answering: Party[] = ["finance", "financeToo", "commerce", "planning", "expert"];
export const firstGroup: Party[] = ["asker", "neighbour", "finance", "commerce", "observer"];
export const secondGroup: Party[] = ["leader", "stranger", "financeToo", "planning", "expert"];
