import { STORAGE_ADAPTERS } from "../support/storage/storage-adapters.ts";
import { forgettingContract } from "./forgetting-contract.ts";

for (const adapter of STORAGE_ADAPTERS) forgettingContract(adapter);
