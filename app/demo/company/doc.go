// Package company is the sample company of the demonstration: Ormeline, a firm of
// 24 people in Lyon, Lille and Bristol that keeps buildings warm for less. It
// holds its articles, its staff, and what each of them answers to which email.
// The firm, its people and every text were written for this purpose.
package company
