export { StoryEditor, type StoryEditorHandle, type StoryEditorProps } from './story-editor.tsx'
