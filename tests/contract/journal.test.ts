import { STORAGE_ADAPTERS } from "../support/storage-adapters.ts";
import { journalContract } from "./journal-contract.ts";

for (const adapter of STORAGE_ADAPTERS) journalContract(adapter);
