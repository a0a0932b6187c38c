/** A page learns the language that its reader speaks; tests look at both. */
import { languages, learn } from '../../src/i18n';

await Promise.all(languages.map(learn));
