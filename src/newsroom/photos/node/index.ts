export { inspectPhotos } from './inspect-photos.ts'
export { openPhotoStore, type PhotoStore } from './photo-store.ts'
