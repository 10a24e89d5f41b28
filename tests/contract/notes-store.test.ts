import { STORAGE_ADAPTERS } from "../support/storage/storage-adapters.ts";
import { notesStoreContract } from "./notes-store-contract.ts";

for (const adapter of STORAGE_ADAPTERS) notesStoreContract(adapter);
