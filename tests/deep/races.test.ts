import { races } from "../support/sockets/races.ts";

races(200);
