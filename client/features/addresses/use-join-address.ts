import { useCallback, useEffect, useState } from "react";
import { api } from "../../sync/api.ts";
import { browserStorage } from "../../sync/browser-storage.ts";
import { addressChoices, joinAddress } from "./join-address.ts";

const STORAGE_KEY = "yantao.address";
const RETRY_MS = 5_000;

/** The address participants type, the ones to choose from, and a choice that this browser keeps. */
export interface JoinAddress {
  readonly address: string;
  readonly choices: readonly string[];
  choose(address: string): void;
}

/** Asks the server for its addresses until it answers; till then the page's own stands. */
export function useJoinAddress(): JoinAddress {
  const [addresses, setAddresses] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState(() => browserStorage.getItem(STORAGE_KEY));
  useEffect(() => {
    let retry: number | undefined;
    let current = true;
    const ask = () => {
      api.get<{ addresses: string[] }>("/api/addresses").then(
        (reply) => current && setAddresses(reply.addresses),
        () => {
          if (current) retry = window.setTimeout(ask, RETRY_MS);
        },
      );
    };
    ask();
    return () => {
      current = false;
      window.clearTimeout(retry);
    };
  }, []);
  const choose = useCallback((address: string) => {
    browserStorage.setItem(STORAGE_KEY, address);
    setChosen(address);
  }, []);
  const { origin } = window.location;
  return {
    address: joinAddress(origin, addresses, chosen),
    choices: addressChoices(origin, addresses),
    choose,
  };
}
