import { useRef } from 'react'
import { Button, type ButtonProps } from './button.tsx'

export interface FileButtonProps extends Omit<ButtonProps, 'children' | 'onPress'> {
  /** The button's words. */
  readonly label: string
  /** What the file dialog offers, as `accept` of an input says it. */
  readonly accept: string
  readonly onFile: (file: File) => void
}

/** A button that lets the person choose a file. */
export function FileButton({ label, accept, onFile, ...button }: FileButtonProps) {
  const ref = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...button} onPress={() => ref.current?.click()}>
        {label}
      </Button>
      <input
        ref={ref}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file !== undefined) onFile(file)
          // The same file may be chosen again.
          target.value = ''
        }}
      />
    </>
  )
}
