"""What words mean, as data: measures, languages, theatres, gazetteers."""
