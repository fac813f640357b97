// The layers of the page, each with its reason. See src/screens/README.md.
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

const wails = {
  group: ['**/wailsjs/**', '$wails', '$wails/**'],
  message: 'Only src/lib/bridge talks to Go, so that faults and times are handled in one place.',
}
const screens = {
  group: ['**/screens/**', '../*/*.svelte', '../../screens/**'],
  message: 'A screen never imports another: link to its address instead ($lib/shell/router).',
}

export default ts.config(
  { ignores: ['dist', 'wailsjs', 'src/lib/paraglide', '.messages', 'project.inlang/cache', 'public'] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-imports': ['error', { patterns: [wails] }],
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig } },
  },
  { files: ['src/lib/bridge/**'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['src/screens/**'], rules: { 'no-restricted-imports': ['error', { patterns: [wails, screens] }] } },
  {
    files: ['src/lib/parts/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            wails,
            {
              group: ['$lib/bridge/**', '$lib/shell/**', '**/screens/**'],
              message: 'Parts know nothing of the product: what they show comes in as props.',
            },
          ],
        },
      ],
    },
  },
  { files: ['tools/**', 'e2e/**', '*.config.*'], languageOptions: { globals: { ...globals.node } } },
)
