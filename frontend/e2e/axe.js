import { AxeBuilder } from '@axe-core/playwright'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** One line a finding: the rule, and where; of the whole page, or of a part of it. */
export async function findings(page, part = 'html') {
  const result = await new AxeBuilder({ page }).withTags(tags).include(part).exclude('iframe').analyze()
  return result.violations.flatMap((rule) =>
    rule.nodes.map((node) =>
      `${rule.id}: ${node.target.join(' ')} ${node.any.map((check) => check.message).join('; ')}`.slice(0, 300),
    ),
  )
}
