import { readdirSync } from 'node:fs';
import {
  englishTexts,
  locales,
  messagesFile,
  messagesNeeded,
  readMessages,
  writeMessages,
} from './messages.ts';

// `npm run words`: writes the English texts anew, and leaves an empty message in other languages for each new one.

const { messages: english, faults } = englishTexts();
writeMessages('en', messagesFile(english));
for (const locale of readdirSync(locales).filter((name) => name !== 'en')) {
  const messages = messagesNeeded(locale, english, readMessages(locale, english));
  writeMessages(locale, messagesFile(messages, english));
  for (const [key, message] of messages)
    if (message === '')
      process.stderr.write(
        `public/_locales/${locale}/messages.json: “${english.get(key) ?? key}” is not translated yet\n`,
      );
}
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
