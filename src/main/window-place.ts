import type { Rectangle } from 'electron'
import type { WindowPlace } from '../backend/index.ts'

/** The smallest window in which everything can be reached. */
export const SMALLEST = { width: 800, height: 600 } as const
const FIRST = { width: 1280, height: 800 } as const

/** How much of a window must be on a screen for it to be found and moved, in pixels. */
const GRIP = 64

/**
 * Where a window is opened: where it was, unless that is on a screen that is gone, and no larger than the screen. A
 * place without `x` and `y` is for the system to choose.
 */
export function fitPlace(
  known: WindowPlace | undefined,
  screens: readonly Rectangle[],
): Partial<Rectangle> & { readonly width: number; readonly height: number } {
  const screen = known === undefined ? undefined : screens.find((each) => isWithinReach(known, each))
  const { width, height } = known ?? FIRST
  const room = screen ?? screens[0] ?? FIRST
  const size = {
    width: clamp(width, SMALLEST.width, room.width),
    height: clamp(height, SMALLEST.height, room.height),
  }
  return known === undefined || screen === undefined ? size : { x: known.x, y: known.y, ...size }
}

function isWithinReach({ x, y, width }: WindowPlace, screen: Rectangle): boolean {
  const isAcross = x + width >= screen.x + GRIP && x + GRIP <= screen.x + screen.width
  // The bar by which it is moved is at its top.
  return isAcross && y >= screen.y && y + GRIP <= screen.y + screen.height
}

function clamp(size: number, least: number, most: number): number {
  return Math.max(least, Math.min(size, most))
}
