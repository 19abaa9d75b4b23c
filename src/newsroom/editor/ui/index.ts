export { DetailsPanel } from './details-panel.tsx'
export { StoryEditor, type StoryEditorHandle } from './story-editor.tsx'
export type { ShownPhoto, StoryPhotos } from './story-photos.ts'
