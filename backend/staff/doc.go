// Package staff keeps the people of the company: who they are, which topics they know, on which networks they are
// and how many follow them there, and whether they take part. Taking part is voluntary: membership changes only on
// somebody's word, and every change is kept with its date and origin.
package staff
