// Command train makes the reader's models from the replies of package corpus.
package main

import (
	"fmt"
	"log"
	"math/rand/v2"
	"os"

	"relais/backend/reply/corpus"
	"relais/backend/reply/learn"
)

func main() {
	if err := run("model.bin"); err != nil {
		log.Fatal(err)
	}
}

func run(path string) error {
	all, err := corpus.All()
	if err != nil {
		return err
	}
	samples, err := learn.Samples(all, rand.New(rand.NewPCG(7, 11)))
	if err != nil {
		return err
	}
	blind, err := corpus.Blind()
	if err != nil {
		return err
	}
	shares, err := learn.Fields(blind)
	if err != nil {
		return err
	}
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	models := learn.Train(samples, 7)
	models.Fields = learn.TrainFields(shares, 7)
	if err := models.Write(out); err != nil {
		return err
	}
	fmt.Println(len(all), "replies")
	return out.Close()
}
