export { StoryEditor, type StoryEditorHandle } from './story-editor.tsx'
