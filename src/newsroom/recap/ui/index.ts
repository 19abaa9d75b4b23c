export { RecapPage } from './recap-page.tsx'
