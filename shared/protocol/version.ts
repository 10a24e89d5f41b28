/** What the two ends speak. Raised with a line here whenever a schema changes shape; a test pins the schemas' hash to it. */
export const PROTOCOL_VERSION = 1;

/** The oldest client still served; an older one is answered `client_outdated` and told to reload. */
export const MIN_PROTOCOL_VERSION = 1;
