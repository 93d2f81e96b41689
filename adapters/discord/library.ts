/** Discord's library, to be loaded before what uses it: `await import(…)`. */
import "discord.js";
