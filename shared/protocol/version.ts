/**
 * What the two ends speak. Raised with a line here whenever a schema changes shape; a test pins the schemas' hash to it.
 * 1: questions, answers, rooms, people, stage. 2: units own questions, joining, ratings, trails, the ledger. 3: a browser that follows opens a row of the
 * ledger again; what it asks is refused where askers are recorded. 4: the right to write notes can be taken from a seat; notes have lives.
 * 5: how many questions one asker has pending is bounded; all of one asker's are declined or put aside at once.
 * 6: what is on the stage has pages; questions wait for the stage in one order; one is declined as alike to another;
 * people are corrected, excused and put back one by one; a side that was told from the unit is marked.
 * 7: a join may accept whole lanes packed. 8: people may be experts; units of experts and counties are asked and answer as well;
 * leave has a reason and a substitute, and who leaves early is noted; the pages at the projectors have a lane.
 * 9: groups are planned in rounds or chosen by their people, and one command starts a round; rooms close with time to finish, several at once, and people are
 * called back to the plenary; leaders run their own room; time is counted down, everyone's and a group's; what was collected beforehand is imported; rooms call for help, and staff say a line to them; people speak in turn; an agenda is gone through item by item; a session is rehearsed in a copy; groups and seats, the numbers and what a group reports have pages of the stage; the ledger goes out as a spreadsheet and comes back; documents are set up and worded.
 */
export const PROTOCOL_VERSION = 9;

/** The oldest client still served; an older one is answered `client_outdated` and told to reload. */
export const MIN_PROTOCOL_VERSION = 1;

/** Pins every schema: one that changes shape raises the version with a line of history, and a test says what stands here then. */
export const SCHEMAS_SHA256 = "534233f7ac1606523705fb928c747d9cafcda272fb1687af24c348a32100e12b";
