/** Brings the stage's window up, on the other screen where there is one. */
import { currentAddress } from "../app/index.ts";
import { showFullScreenHint } from "./full-screen-hint.ts";
import { isOnScreen, otherScreen, type ScreenBox, stageAddress, stageFeatures } from "./stage-place.ts";

/** Opened by that name, a second press finds the same window. */
const stageName = "shelldeck-stage";

/** What the Window Management API answers; TypeScript's DOM library does not have it. */
interface ScreenDetails {
  readonly screens: readonly ScreenBox[];
  readonly currentScreen: ScreenBox;
}
interface ManagedWindow extends Window {
  getScreenDetails?(): Promise<ScreenDetails>;
  readonly screen: Screen & { readonly isExtended?: boolean };
}

/** How it went, in words for the speaker. */
export interface StageWindowResult {
  isUp: boolean;
  words: string;
}

let opened: Window | null = null;

/** To be called on a key or a click: browsers open windows for nothing else. */
export async function bringUpStage(page: ManagedWindow = window): Promise<StageWindowResult> {
  const known = opened ?? null;
  if (known && !known.closed) return focus(known);
  const screens = await screensOf(page);
  const other = screens && otherScreen(screens.screens, screens.currentScreen);
  const opener = openerOf(page);
  if (opener && (!other || isOnScreen(other, opener))) return focus(opener);
  return open(page, other);
}

function open(page: ManagedWindow, other: ScreenBox | null): StageWindowResult {
  const stage = page.open("", stageName, stageFeatures(other));
  if (!stage)
    return {
      isUp: false,
      words: "The browser held the stage window back. Allow pop-ups for this address, then press w again.",
    };
  opened = stage;
  if (stage.location.href !== "about:blank") return focus(stage);
  stage.location.replace(stageAddress(currentAddress(), page.location));
  showFullScreenHint(stage);
  stage.focus();
  return { isUp: true, words: other ? onOther : isExtended(page) ? unknownPlace : oneScreen };
}

const onOther = "The stage window is on the other screen. For full screen, click into it and press f.";
const oneScreen =
  "The stage window is open. When the other screen is there, drag the window to it and press f in it for full screen.";
const unknownPlace =
  "The stage window is open on this screen: drag it to the other one and press f in it for full screen. Next time, let this page manage windows and it opens there.";

function focus(stage: Window): StageWindowResult {
  stage.focus();
  return { isUp: true, words: "The stage window is up." };
}

/** Asks for permission the first time; null without it, without the API, and where there is one screen. */
async function screensOf(page: ManagedWindow): Promise<ScreenDetails | null> {
  if (!page.getScreenDetails || !isExtended(page)) return null;
  try {
    return await page.getScreenDetails();
  } catch {
    return null;
  }
}

function isExtended(page: ManagedWindow): boolean {
  return page.screen.isExtended ?? false;
}

/** The stage that this window was opened from with p, if it is still there. */
function openerOf(page: Window): Window | null {
  const opener = page.opener as Window | null;
  try {
    return opener && !opener.closed && opener.location.pathname === "/" ? opener : null;
  } catch {
    return null;
  }
}
