import { STORAGE_ADAPTERS } from "../support/storage/storage-adapters.ts";
import { credentialStoreContract } from "./credential-store-contract.ts";

for (const adapter of STORAGE_ADAPTERS) credentialStoreContract(adapter);
