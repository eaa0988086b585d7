import type { CDPSession } from 'playwright-core';

/** A tab as the browser lists it; its page is a target of its own. */
interface TabTarget {
  targetId: string;
  embedderData?: { tabActive?: boolean };
}

/** Commands newer than Playwright's list of them. */
type AnyCommand = (method: string, params: object) => Promise<unknown>;

/** Presses the button of an extension for the tab in front. */
export async function pressAction(session: CDPSession, id: string): Promise<void> {
  const send = session.send.bind(session) as AnyCommand;
  const listed = await send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const { targetInfos } = listed as { targetInfos: TabTarget[] };
  const front = targetInfos.find(({ embedderData }) => embedderData?.tabActive);
  if (!front) throw new Error('Chromium names no tab in front.');
  await send('Extensions.triggerAction', { id, targetId: front.targetId });
}
