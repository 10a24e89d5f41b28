import { STORAGE_ADAPTERS } from "../support/storage/storage-adapters.ts";
import { notesVersionStoreContract } from "./notes-version-store-contract.ts";

for (const adapter of STORAGE_ADAPTERS) notesVersionStoreContract(adapter);
