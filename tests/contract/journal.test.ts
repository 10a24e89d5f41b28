import { STORAGE_ADAPTERS } from "../support/storage/storage-adapters.ts";
import { journalContract } from "./journal-contract.ts";

for (const adapter of STORAGE_ADAPTERS) journalContract(adapter);
