import { start } from "./app/start";
import { launched } from "./bridge/telegram";
import "./ui/styles.css";
import "./ui/shell.css";

// Before anything else: what Telegram appended to the address says whose account this is.
void start(launched());
