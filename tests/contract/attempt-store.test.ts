import { STORAGE_ADAPTERS } from "../support/storage-adapters.ts";
import { attemptStoreContract } from "./attempt-store-contract.ts";

for (const adapter of STORAGE_ADAPTERS) attemptStoreContract(adapter);
