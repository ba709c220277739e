"""Entry of the scripts in bin/: `_run.py demo|test|with-services …`. Python puts this folder on the import path."""

from runtime.main import main

if __name__ == "__main__":
    main()
