import { expect, it } from "vitest";
import { botChosen } from "../../src/features/safety/pinging";

it("the bot that she types goes before the one that our server names, and a slip goes to neither", () => {
  expect(botChosen("", "server_bot")).toBe("server_bot");
  expect(botChosen(" @ours_bot ", "server_bot")).toBe("ours_bot");
  expect(botChosen("our bot", "server_bot")).toBeNull();
  expect(botChosen(" ", null)).toBeNull();
});
