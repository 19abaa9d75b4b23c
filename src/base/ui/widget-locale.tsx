import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTexts } from './texts.tsx'

/** Lets the widgets inside speak the page's language, and not the browser's. */
export function WidgetLocale({ children }: { readonly children: ReactNode }) {
  const { locale } = useTexts()
  return <I18nProvider locale={locale === 'id' ? 'id-ID' : 'en-GB'}>{children}</I18nProvider>
}
