import { describe, expect, it } from 'vitest'
import { tagsOf, withTags } from './words'

describe('hashtags', () => {
  it('are read however one separates them', () => {
    expect(tagsOf(' #Soudage, Emploi  ;#Santé ')).toEqual(['Soudage', 'Emploi', 'Santé'])
  })
  it('are added once', () => {
    expect(withTags('Venez voir. #soudage', ['Soudage', 'Emploi'])).toBe('Venez voir. #soudage\n#Emploi')
    expect(withTags('a #Emploi', ['emploi'])).toBe('a #Emploi')
    expect(withTags('', ['Emploi'])).toBe('#Emploi')
  })
})
