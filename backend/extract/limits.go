package extract

const (
	// MaxBytes is the largest page that is read; longer ones are cut there.
	MaxBytes = 5 << 20
	// maxElements is how many elements of a page are looked at, in document
	// order; what follows is dropped. Real articles have a few thousand, and the
	// two readers take more than linear time.
	maxElements = 30000
	// maxDepth bounds recursion over the tree. The HTML parser itself refuses
	// more than 512 open elements.
	maxDepth = 600
)
