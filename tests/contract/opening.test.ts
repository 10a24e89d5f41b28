import { STORAGE_ADAPTERS } from "../support/storage/storage-adapters.ts";
import { openingContract } from "./opening-contract.ts";

for (const adapter of STORAGE_ADAPTERS) openingContract(adapter);
