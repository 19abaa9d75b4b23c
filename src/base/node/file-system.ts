/** A file that was just made and is being written. */
export interface OpenFile {
  /** Writes all bytes at the end, or throws. */
  write(bytes: Uint8Array): Promise<void>
  /** Returns when what was written is on the disk. After a failure it must not be asked again: it might lie. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** A file as it stands: two equal signatures mean that nobody replaced or changed it in between. */
export interface FileSignature {
  readonly size: number
  /** Nanoseconds since 1970, in decimal digits: too many for a number. */
  readonly modified: string
  readonly inode: string
}

/**
 * The few things that durable files need of a file system. It is a port so that a test can let any step fail, or
 * play a disk that loses power. Every call throws the system's own error, with its `code`.
 */
export interface FileSystem {
  /** Makes a new file with mode 0600; one that exists already fails with EEXIST. */
  create(path: string): Promise<OpenFile>
  read(path: string): Promise<Uint8Array>
  /** Null when there is no such file. */
  stat(path: string): Promise<FileSignature | null>
  list(folder: string): Promise<readonly string[]>
  link(from: string, to: string): Promise<void>
  /** Replaces `to`. When both names are links to one file it does nothing, and `from` stays (POSIX rename). */
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** Makes one folder with mode 0700; one that exists already fails with EEXIST. */
  makeFolder(path: string): Promise<void>
  /** Removes an empty folder. */
  removeFolder(path: string): Promise<void>
  /** Returns when the names in the folder are on the disk. Does nothing where folders cannot be synced. */
  syncFolder(path: string): Promise<void>
}
