export { RevisionPlaces } from '../../../newsroom/publish/ui/index.ts'
