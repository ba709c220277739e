.PHONY: demo test bench check lock vendor

demo:
	./bin/demo

test:
	./bin/test

bench:
	./bin/bench

check:
	./.ci/run

lock:
	./bin/lock

vendor:
	./bin/vendor
