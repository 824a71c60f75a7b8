"""Commands for the packages that the Atlas uses: lock file, bill of materials, audit."""
