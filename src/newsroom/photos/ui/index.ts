export { ImportList } from './import-list.tsx'
export { PhotoImports, type PutBlob } from './photo-imports.ts'
export { createPhotoPreviews, type PhotoPreviews, type PreviewedPhoto } from './photo-previews.ts'
export { PhotosPanel } from './photos-panel.tsx'
