import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file written line by line that takes its name only when it is whole; a file of that name stays until then. */
export class LinesFile {
  private handle: FileHandle | null = null;
  private readonly temporary: string;

  constructor(readonly path: string) {
    this.temporary = `${path}.${process.pid}.tmp`;
  }

  /** @param line With its line feed. */
  async add(line: string): Promise<void> {
    if (this.handle === null) {
      await mkdir(dirname(this.path), { recursive: true });
      this.handle = await open(this.temporary, 'w');
    }
    await this.handle.appendFile(line);
  }

  /** Puts the file in place; without any line, removes what an earlier run left there. Answers whether it is there. */
  async commit(): Promise<boolean> {
    if (this.handle === null) {
      await rm(this.path, { force: true });
      return false;
    }
    await this.handle.close();
    this.handle = null;
    await rename(this.temporary, this.path);
    return true;
  }

  /** Forgets what was written, if it is not in place. */
  async discard(): Promise<void> {
    await this.handle?.close();
    this.handle = null;
    await rm(this.temporary, { force: true });
  }
}
