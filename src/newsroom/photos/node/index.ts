export { inspectPhotos } from './inspect-photos.ts'
export { openPhotoStore, type PhotoStore, type PreviewPicture } from './photo-store.ts'
