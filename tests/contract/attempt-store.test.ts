import { STORAGE_ADAPTERS } from "../support/storage/storage-adapters.ts";
import { attemptStoreContract } from "./attempt-store-contract.ts";

for (const adapter of STORAGE_ADAPTERS) attemptStoreContract(adapter);
