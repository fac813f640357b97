package extract

// weights of the linear model that judges a block, in the order of features.
// They were fitted by train_test.go (build tag train) to 881 annotated pages
// in seven languages that go-trafilatura publishes with its own comparison.
var weights = [featureCount]float64{
	-0.650, 1.637, 1.225, 1.131, -0.056, -0.789,
	0.975, -0.670, -1.046, -1.208, -0.598, 0.092,
	0.541, -0.541, -0.560, 0.541, 1.060, -0.479,
	-1.281, -0.426, -0.361, -2.213, -0.508, -1.021,
	0.054, 2.339, 0.055, -0.495, -2.038, 0.057,
	-0.046, -0.119, -2.377, -1.118, 0.270, 0.240,
	0.036, 0.314, -0.157, 0.936, 0.766, -0.950,
	-1.270, 0.549, 0.760, -2.144,
}
