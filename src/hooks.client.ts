import type { ClientInit } from '@sveltejs/kit';
import { keepDocumentLanguage } from '#lib/i18n/document-language.ts';

export const init: ClientInit = () => keepDocumentLanguage();
