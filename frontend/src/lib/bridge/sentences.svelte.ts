/** The sentences of faults, by language: fetched once the first screen stands, since they are many and seldom said. */
class Sentences {
  all = $state.raw<Record<string, Record<string, string>>>({})
  private coming: Promise<void> | undefined

  load(): Promise<void> {
    this.coming ??= Promise.all([
      import('../../../messages/en/errors.json'),
      import('../../../messages/fr/errors.json'),
    ])
      .then(([en, fr]) => void (this.all = { en: en.default, fr: fr.default }))
      .catch(() => void (this.coming = undefined))
    return this.coming
  }
}

export const sentences = new Sentences()
