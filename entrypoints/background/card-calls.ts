import { isOwnId } from '@/lib/dataset/own-entries';
import { inScript } from '@/lib/language/in-script';
import type { BackgroundCalls } from '@/lib/messages/protocol';
import type { Handlers } from '@/lib/messages/server';
import type { Script } from '@/lib/model/languages';
import { err, ok } from '@/lib/model/result';
import type { CardData, HiddenEntry, PageCard, Rival } from '@/lib/model/views';
import { cardOf } from '@/lib/store/queries';
import { toTraditional } from '@/lib/text/traditional';
import { heldBy, issueToken, takeToken } from './frame-tokens';
import { isOwnPage, refusal } from './trust';
import { withLibrary } from './with-library';

type CardCalls = Pick<BackgroundCalls, 'getCard' | 'openEntry'>;

const inScriptOf = (card: CardData, script: Script) =>
  script === 'zh-Hant' ? inScript(card, toTraditional) : card;

const hidden = ({ id, kind }: Pick<Rival, 'id' | 'kind'>): HiddenEntry => ({
  ...{ id, kind, isHidden: true },
});

/**
 * Answers what cards show. Of what the reader wrote a page's script is told nothing: closed roots are
 * searched by `window.find`, and open to pages in Firefox. A frame of ours shows it, for a token.
 */
export const cardCalls: Handlers<CardCalls> = {
  getCard: ({ id, rivals, script, number }, sender) =>
    withLibrary<PageCard>(async ({ source }) => {
      const found = await cardOf(source, id, rivals, number);
      if (!found.ok) return err({ code: found.error, detail: id });
      const card = inScriptOf(found.value, script);
      if (isOwnPage(sender)) return ok(card);
      const others = card.rivals.map((rival) => (isOwnId(rival.id) ? hidden(rival) : rival));
      if (!isOwnId(id)) return ok({ ...card, rivals: others });
      if (sender.tabId === null) return refusal('no tab');
      const token = await issueToken('entry', id, sender.tabId);
      return ok({ entity: hidden(card.entity), rivals: others, token });
    }),

  async openEntry({ token, script }, sender) {
    const id = await heldBy(token, 'entry', sender.tabId);
    if (!isOwnPage(sender) || id === null) return refusal('no such entry');
    if (!(await takeToken(token))) return refusal('taken already');
    return withLibrary(async ({ source }) => {
      const card = await cardOf(source, id, []);
      return card.ok ? ok(inScriptOf(card.value, script)) : err({ code: card.error, detail: id });
    });
  },
};
